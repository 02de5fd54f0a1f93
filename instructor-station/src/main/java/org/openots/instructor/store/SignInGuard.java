package org.openots.instructor.store;

/** Counts wrong passwords by account name, whether the account exists or not. */
public final class SignInGuard {
    /** Wrong passwords that lock an account: a person mistypes two or three times, a program does not. */
    public static final int TRIES = 5;
    /** How long an account stays locked, ms: 10 min, after which five more guesses do not help a program. */
    public static final long LOCK_MILLIS = 600_000;
    /** Rows of names not tried for a day are forgotten, ms. */
    private static final long FORGET_MILLIS = 86_400_000;

    private final Database database;

    /**
     * Opens the counters.
     *
     * @param database the station's database
     */
    public SignInGuard(Database database) {
        this.database = database;
    }

    /**
     * When an account's lock ends.
     *
     * @param account sign-in name
     * @return epoch milliseconds, 0 when it is not locked
     */
    public long lockedUntil(String account) {
        return database.readers()
                .withHandle(
                        handle -> handle.createQuery("select locked_until from sign_in_guard where account = :account")
                                .bind("account", account)
                                .mapTo(Long.class)
                                .findOne()
                                .orElse(0L));
    }

    /**
     * Counts a wrong password.
     *
     * @param account sign-in name
     * @return tries left before the lock; 0 when it is locked now
     */
    public int failed(String account) {
        return database.writer().write(unit -> {
            unit.handle()
                    .createUpdate("delete from sign_in_guard where last_failure < :old")
                    .bind("old", unit.now() - FORGET_MILLIS)
                    .execute();
            long failures = unit.handle()
                    .createQuery("insert into sign_in_guard (account, failures, locked_until, last_failure)"
                            + " values (:account, 1, 0, :now) on conflict (account) do update"
                            + " set failures = sign_in_guard.failures + 1, last_failure = excluded.last_failure"
                            + " returning failures")
                    .bind("account", account)
                    .bind("now", unit.now())
                    .mapTo(Long.class)
                    .one();
            if (failures < TRIES) {
                return (int) (TRIES - failures);
            }
            unit.handle()
                    .createUpdate(
                            "update sign_in_guard set failures = 0, locked_until = :until where account = :account")
                    .bind("until", unit.now() + LOCK_MILLIS)
                    .bind("account", account)
                    .execute();
            unit.audit("station", "account-locked", "{\"account\":" + Quoted.json(account) + "}");
            return 0;
        });
    }
}
