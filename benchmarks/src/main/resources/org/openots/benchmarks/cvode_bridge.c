/*
 * Lets CVODE (SUNDIALS 6 or newer, BDF, dense Jacobian by its own differences) integrate a right-hand side that lives in
 * another process. Arguments: number of states, end time in s, relative tolerance. Doubles in the machine's own format.
 * Standard input:  y0[n], absolute tolerances[n], then per request the rates[n].
 * Standard output: per request 'R', t, y[n]; at the end 'D', y[n], steps, evaluations; or 'F', flag, t.
 */
#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <stdio.h>
#include <stdlib.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>

static long n;

static void get(double *v, long count)
{
    if (fread(v, sizeof(double), count, stdin) != (size_t)count) {
        exit(3);
    }
}

static void put(const double *v, long count)
{
    if (fwrite(v, sizeof(double), count, stdout) != (size_t)count) {
        exit(3);
    }
}

static int rates(realtype t, N_Vector y, N_Vector f, void *data)
{
    (void)data;
    double *out = N_VGetArrayPointer(f);
    fputc('R', stdout);
    put(&t, 1);
    put(N_VGetArrayPointer(y), n);
    fflush(stdout);
    get(out, n);
    for (long i = 0; i < n; i++) {
        if (out[i] != out[i]) {
            return 1; /* recoverable: CVODE takes a shorter step */
        }
    }
    return 0;
}

static int failed(double flag, double t)
{
    fputc('F', stdout);
    put(&flag, 1);
    put(&t, 1);
    fflush(stdout);
    return 1;
}

int main(int count, char **words)
{
    if (count != 4) {
        return 2;
    }
    n = atol(words[1]);
    double end = atof(words[2]);
    SUNContext context;
    SUNContext_Create(NULL, &context);
    N_Vector y = N_VNew_Serial(n, context);
    N_Vector tolerance = N_VNew_Serial(n, context);
    get(N_VGetArrayPointer(y), n);
    get(N_VGetArrayPointer(tolerance), n);
    void *cvode = CVodeCreate(CV_BDF, context);
    SUNMatrix matrix = SUNDenseMatrix(n, n, context);
    SUNLinearSolver solver = SUNLinSol_Dense(y, matrix, context);
    double t = 0;
    int flag = CVodeInit(cvode, rates, 0, y);
    flag = flag ? flag : CVodeSVtolerances(cvode, atof(words[3]), tolerance);
    flag = flag ? flag : CVodeSetLinearSolver(cvode, solver, matrix);
    flag = flag ? flag : CVodeSetMaxNumSteps(cvode, 10000000);
    flag = flag ? flag : CVodeSetStopTime(cvode, end);
    if (flag == 0) {
        flag = CVode(cvode, end, y, &t, CV_NORMAL);
    }
    if (flag < 0) {
        return failed(flag, t);
    }
    long steps = 0;
    long evaluations = 0;
    CVodeGetNumSteps(cvode, &steps);
    CVodeGetNumRhsEvals(cvode, &evaluations);
    long differences = 0;
    CVodeGetNumLinRhsEvals(cvode, &differences);
    double counts[2] = {(double)steps, (double)(evaluations + differences)};
    fputc('D', stdout);
    put(N_VGetArrayPointer(y), n);
    put(counts, 2);
    fflush(stdout);
    return 0;
}
