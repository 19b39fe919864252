/*
 * Runs every test of one suite: each between cut_setup and cut_teardown, and says of each PASS, FAIL or OMIT with the
 * number of assertions. `tests.inc` is made by scripts/libfreefare-tests.sh: a line TEST(name) for each.
 */
#include "cutter.h"

unsigned long cut_assertions;
static jmp_buf end;
static char reason[512];

void cut_setup (void) __attribute__ ((weak));
void cut_teardown (void) __attribute__ ((weak));

void
cut_end (int outcome, const char *file, int line, const char *what)
{
    const char *name = strrchr (file, '/');
    snprintf (reason, sizeof (reason), "%s:%d %s", name ? name + 1 : file, line, what);
    longjmp (end, outcome);
}

#define TEST(name) void name (void);
#include "tests.inc"
#undef TEST

static int failed;

static void
run (const char *name, void (*test) (void))
{
    volatile int outcome;

    cut_assertions = 0;
    reason[0] = '\0';
    outcome = setjmp (end);
    if (outcome == 0) {
        if (cut_setup)
            cut_setup ();
        test ();
    }
    if (cut_teardown && setjmp (end) == 0)
        cut_teardown ();
    printf ("%s %s %lu %s\n", outcome == 0 ? "PASS" : outcome == CUT_OMITTED ? "OMIT" : "FAIL", name, cut_assertions,
            reason);
    fflush (stdout);
    failed += outcome == CUT_FAILED;
}

int
main (void)
{
#define TEST(name) run (#name, name);
#include "tests.inc"
    return failed ? 1 : 0;
}
