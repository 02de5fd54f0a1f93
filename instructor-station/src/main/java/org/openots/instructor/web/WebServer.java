package org.openots.instructor.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.openots.common.error.OtsException;
import org.openots.instructor.debrief.DebriefTexts;
import org.openots.instructor.error.StationError;
import org.openots.instructor.field.FieldPlants;
import org.openots.instructor.hazop.HazopProgress;
import org.openots.instructor.people.Role;
import org.openots.instructor.session.MonotonicClock;
import org.openots.instructor.store.People;
import org.openots.instructor.store.RunIndex;

/** The station's web edge: HTTP, sockets, pages. */
public final class WebServer implements AutoCloseable {
    /** Largest message a client may send on a socket, bytes; sockets only push, so nothing useful is larger. */
    private static final long LARGEST_MESSAGE = 4096;
    /** A socket without traffic or whose client takes nothing for so long is closed. */
    private static final Duration SOCKET_IDLE = Duration.ofSeconds(60);

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.\\[\\]:-]{1,100}");

    /** How long Jetty keeps a session nobody uses, s. */
    private static final int JETTY_SESSION_SECONDS = 60;

    /** Beginning of the paths of sockets that show a run. */
    private static final String RUN_SOCKETS = "/ws/runs/";

    private final WebSettings settings;
    private final RouteTable table = new RouteTable();
    private final List<RouteRow> registered = new CopyOnWriteArrayList<>();
    private final ErrorMapper errors = new ErrorMapper();
    private final ImportMap importMap = new ImportMap();
    private final Seats seats = new Seats();
    private final Gatekeeper gatekeeper;
    private final Permissions permissions;
    private final Sockets sockets;
    private final Broadcaster broadcaster;
    private final FieldSockets field;
    private final ExamSockets exams;
    private final ExamFence fence;
    private final Javalin javalin;

    /**
     * Prepares the server; it does not listen yet.
     *
     * @param settings where it listens and what it serves
     * @param parts what it shows
     */
    public WebServer(WebSettings settings, ServerParts parts) {
        this.settings = settings;
        Presence presence = new Presence(MonotonicClock.system());
        this.gatekeeper = new Gatekeeper(parts.signIn(), presence);
        RunAccess access = new RunAccess(parts.host(), new RunIndex(parts.database()));
        ClassWall wall = new ClassWall(
                parts.host(),
                new People(parts.database()),
                seats,
                presence,
                new HazopProgress(parts.hazop(), parts.tasks().desk()));
        WatchEnd watch = new WatchEnd(parts.host(), seats, settings.watchIdle());
        this.sockets = new Sockets(parts.host(), seats, access, watch);
        this.broadcaster = new Broadcaster(parts.host(), seats, wall);
        Devices devices = new Devices();
        this.fence = new ExamFence(parts);
        new AccountRoutes(parts, seats, presence, devices).register(table);
        this.permissions = new Permissions(parts.database());
        people(parts, access, devices);
        this.exams = exams(parts, devices);
        new CatalogRoutes(parts.library(), parts.strategies(), settings.texts()).register(table);
        FieldPlants plants = new FieldPlants(parts.library());
        FieldPosts posts = new FieldPosts(MonotonicClock.system());
        FieldGuard guard = new FieldGuard(parts.host(), plants, posts);
        new RunRoutes(parts, access, guard).register(table);
        new RecordRoutes(parts, access).register(table);
        new BackRoutes(parts, access).register(table);
        new InstructorRoutes(parts.host(), wall, access, plants, new People(parts.database())).register(table);
        new ClassTaskRoutes(parts, access, seats, presence).register(table);
        new HazopRoutes(parts).register(table);
        new ReviewRoutes(parts).register(table);
        new WordingRoutes(parts).register(table);
        new TaskRoutes(parts).register(table);
        new PlayRoutes(parts).register(table);
        new DraftRoutes(parts).register(table);
        new ImportRoutes(parts).register(table);
        new DrillRoutes(parts, access).register(table);
        new FaultTaskRoutes(parts).register(table);
        new ReportRoutes(parts).register(table);
        statistics(parts);
        new CauseRoutes(parts, access).register(table);
        new DebriefRoutes(parts, access, new DebriefTexts(settings.texts())).register(table);
        new StrategyRoutes(parts).register(table);
        new ScenarioRoutes(parts, access).register(table);
        new HealthRoutes(parts, seats).register(table);
        new RigRoutes(parts, access, watch).register(table);
        new RigSetupRoutes(parts).register(table);
        new GateRoutes(parts).register(table);
        new TwinRoutes(parts).register(table);
        new RigMapRoutes(parts).register(table);
        this.field = new FieldSockets(parts.host(), seats, access, posts, plants);
        new FieldRoutes(parts, access, settings.fieldPackage(), plants).register(table);
        sockets.register(table);
        field.register(table);
        StaticPages pages = new StaticPages(settings.pages(), importMap);
        table.open("GET", "/webjars/<path>", pages::library);
        table.open("GET", "/", pages::page);
        table.open("GET", "/<path>", pages::page);
        this.javalin = Javalin.create(this::configure);
    }

    private void statistics(ServerParts parts) {
        new StatisticsRoutes(parts).register(table);
        new SkillRoutes(parts).register(table);
        new ResultRoutes(parts).register(table);
    }

    /** People, their codes, lessons and rights. */
    private ExamSockets exams(ServerParts parts, Devices devices) {
        new ExamRoutes(parts, devices).register(table);
        new ExamResultRoutes(parts).register(table);
        ExamSockets sockets = new ExamSockets(parts, seats);
        sockets.register(table);
        return sockets;
    }

    private void people(ServerParts parts, RunAccess access, Devices devices) {
        SlipFiles slips = new SlipFiles(parts.database().clock());
        slips.register(table);
        new RosterRoutes(parts, slips).register(table);
        new PeopleRoutes(parts, seats, permissions.policy(), slips).register(table);
        new CodeRoutes(parts, access, seats, slips, settings.bind(), devices).register(table);
        new LessonRoutes(parts).register(table);
        new AuditRoutes(parts).register(table);
        new PermissionRoutes(permissions, table).register();
    }

    private void configure(JavalinConfig config) {
        config.events.handlerAdded(added -> {
            if (added.getHttpMethod().isHttpMethod()) {
                record(added.getHttpMethod().name(), added.getPath());
            }
        });
        config.events.wsHandlerAdded(added -> record("WS", added.getPath()));
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = RigMapRoutes.LARGEST_MAP;
        config.http.generateEtags = false;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        // our sessions are in the database; Jetty makes one of its own for each socket and need not keep it
        config.jetty.modifyServletContextHandler(
                handler -> handler.getSessionHandler().setMaxInactiveInterval(JETTY_SESSION_SECONDS));
        config.jetty.modifyWebSocketServletFactory(factory -> {
            factory.setMaxTextMessageSize(LARGEST_MESSAGE);
            factory.setMaxBinaryMessageSize(LARGEST_MESSAGE);
            factory.setIdleTimeout(SOCKET_IDLE);
        });
        RoutesConfig routes = config.routes;
        routes.before(this::headers);
        routes.before(gatekeeper::form);
        for (Route route : table.routes()) {
            routes.addHttpHandler(HandlerType.findOrCreate(route.method()), route.path(), ctx -> {
                if (!route.open()) {
                    gatekeeper.admit(ctx, permissions.of(route.method(), route.path(), route.roles()));
                    fence.check(ctx, route.path());
                }
                route.endpoint().handle(ctx);
            });
        }
        for (SocketRoute socket : table.sockets()) {
            routes.wsBeforeUpgrade(socket.path(), ctx -> {
                gatekeeper.origin(ctx);
                gatekeeper.admit(ctx, permissions.of("WS", socket.path(), socket.roles()));
                Map<String, String> parameters = ctx.pathParamMap();
                String run = parameters.get("id");
                if (run != null && socket.path().startsWith(RUN_SOCKETS)) {
                    sockets.checkRun(ctx, run);
                    fence.checkRun(Gatekeeper.person(ctx), run);
                }
            });
            routes.ws(socket.path(), socket.setup());
        }
        routes.exception(OtsException.class, errors::refusedUnread);
        routes.exception(HttpResponseException.class, errors::http);
        routes.exception(Exception.class, errors::unexpected);
    }

    /** Older browsers do not count the socket of the same host as 'self'. */
    private static String sockets(Context ctx) {
        String host = ctx.header("Host");
        boolean plain = host != null && HOST.matcher(host).matches();
        return plain ? "'self' ws://" + host + " wss://" + host : "'self'";
    }

    private void headers(Context ctx) {
        ctx.header(
                "Content-Security-Policy",
                "default-src 'self'; script-src 'self' " + importMap.policyHash() + "; connect-src " + sockets(ctx)
                        + "; style-src 'self'; img-src 'self' data: blob:; object-src 'none';"
                        + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("X-Frame-Options", "DENY");
        ctx.header("Referrer-Policy", "no-referrer");
        if (ctx.path().startsWith("/api/")) {
            ctx.header("Cache-Control", "no-store");
        }
    }

    /**
     * All routes the server has, as the web library reports them, with the roles that may use them now.
     *
     * @return the rows; one without roles that is not open would be a hole
     */
    public List<RouteRow> routes() {
        return registered.stream()
                .map(row -> new RouteRow(
                        row.method(), row.path(), permissions.of(row.method(), row.path(), row.roles()), row.open()))
                .toList();
    }

    private void record(String method, String path) {
        Set<Role> roles = Set.of();
        boolean open = false;
        for (Route route : table.routes()) {
            if (route.method().equals(method) && route.path().equals(path)) {
                roles = route.roles();
                open = route.open();
            }
        }
        for (SocketRoute socket : table.sockets()) {
            if (method.equals("WS") && socket.path().equals(path)) {
                roles = socket.roles();
            }
        }
        registered.add(new RouteRow(method, path, roles, open));
    }

    /**
     * Starts to listen.
     *
     * @return the TCP port
     * @throws OtsException if address or port cannot be bound
     */
    public int start() {
        try {
            javalin.start(settings.bind(), settings.port());
        } catch (RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new OtsException(
                    StationError.PORT_TAKEN, settings.bind(), settings.port(), String.valueOf(cause.getMessage()));
        }
        broadcaster.start();
        field.start();
        exams.start();
        return javalin.port();
    }

    /** Closes the sockets and stops to listen. */
    @Override
    public void close() {
        broadcaster.close();
        field.close();
        exams.close();
        seats.closeAll();
        javalin.stop();
    }
}
