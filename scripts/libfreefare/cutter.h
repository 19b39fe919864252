/*
 * What libfreefare's own tests ask of the Cutter framework, which Debian does not have: assertions that end the test,
 * and one line per test for whoever runs the program.
 */
#ifndef CUTTER_H
#define CUTTER_H

#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void cut_end (int outcome, const char *file, int line, const char *what);
extern unsigned long cut_assertions;

#define CUT_FAILED 1
#define CUT_OMITTED 2

#define cut_message(...) ""
#define cut_check(holds, what) \
    do { \
        cut_assertions++; \
        if (!(holds)) cut_end (CUT_FAILED, __FILE__, __LINE__, what); \
    } while (0)
#define cut_assert(holds, ...) cut_check (holds, #holds)
#define cut_assert_null(it, ...) cut_check ((it) == NULL, #it " is not null")
#define cut_assert_not_null(it, ...) cut_check ((it) != NULL, #it " is null")
#define cut_assert_equal_int(expected, found, ...) \
    do { \
        long long cut_expected = (long long)(expected), cut_found = (long long)(found); \
        char cut_text[256]; \
        snprintf (cut_text, sizeof (cut_text), "%s: expected %lld, found %lld", #found, cut_expected, cut_found); \
        cut_check (cut_expected == cut_found, cut_text); \
    } while (0)
#define cut_assert_not_equal_int(expected, found, ...) cut_check ((expected) != (found), #found " is " #expected)
#define cut_assert_equal_string(expected, found, ...) \
    cut_check (strcmp ((const char *)(expected), (const char *)(found)) == 0, #found " is another string")
#define cut_same(left, leftsize, right, rightsize) \
    ((size_t)(leftsize) == (size_t)(rightsize) && memcmp (left, right, (size_t)(leftsize)) == 0)
#define cut_assert_equal_memory(expected, size, found, foundsize, ...) \
    cut_check (cut_same (expected, size, found, foundsize), #found " has other bytes")
#define cut_assert_not_equal_memory(expected, size, found, foundsize, ...) \
    cut_check (!cut_same (expected, size, found, foundsize), #found " has the same bytes")
#define cut_fail(...) cut_end (CUT_FAILED, __FILE__, __LINE__, "fail: " #__VA_ARGS__)
#define cut_omit(...) cut_end (CUT_OMITTED, __FILE__, __LINE__, "omit: " #__VA_ARGS__)

#endif
