/* Each call has a frame of its own.
 *
 *     cglass --explain c-examples/stack/frames.c
 *
 * main calls outer, outer calls inner. While inner runs, three frames are on
 * the stack, each with its own parameters and local variables, and the later
 * one lies below the earlier one: the stack grows downwards. When inner
 * returns its frame is gone, and the next call takes the very same place.
 *
 * Look at the last lines of the report: how deep the stack got, and in how
 * many calls.
 */
#include <stdint.h>
#include <stdio.h>

static uintptr_t place_in_main, place_in_outer, place_in_inner;

static void inner(void) {
    int local = 3;
    place_in_inner = (uintptr_t)&local;
}

static void outer(void) {
    int local = 2;
    place_in_outer = (uintptr_t)&local;
    inner();
}

int main(void) {
    int local = 1;
    place_in_main = (uintptr_t)&local;

    outer();
    printf("outer's variable lies below main's: %s\n", place_in_outer < place_in_main ? "yes" : "no");
    printf("inner's variable lies below outer's: %s\n", place_in_inner < place_in_outer ? "yes" : "no");

    uintptr_t first_time = place_in_outer;
    outer();
    printf("called again, outer has the same place: %s\n", place_in_outer == first_time ? "yes" : "no");
    return 0;
}
