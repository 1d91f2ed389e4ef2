/* What stands in a variable before you put something in it?
 *
 *     cglass c-examples/segments/first_values.c
 *
 * Static variables start as 0, and so do the members of a struct or array
 * that an initialiser does not mention. An automatic variable without an
 * initialiser starts as nothing at all: whatever was on the stack before.
 * This program reads only values that are there. Try to print 'unset' before
 * it is assigned, and see what cglass says.
 */
#include <stdio.h>

struct point {
    int x, y, z;
};

static int counter;
static double average;
static char name[8];
static int *where;
static struct point origin;

int main(void) {
    int partly[5] = {1, 2};          /* the other three are 0 */
    struct point p = {.y = 4};       /* x and z are 0 */
    int unset;

    printf("static:    %d %.1f \"%s\" %s {%d %d %d}\n", counter, average, name,
           where == NULL ? "NULL" : "somewhere", origin.x, origin.y, origin.z);
    printf("array:     %d %d %d %d %d\n", partly[0], partly[1], partly[2], partly[3], partly[4]);
    printf("struct:    {%d %d %d}\n", p.x, p.y, p.z);

    unset = 5; /* only now is there a value to read */
    printf("automatic: %d\n", unset);
    return 0;
}
