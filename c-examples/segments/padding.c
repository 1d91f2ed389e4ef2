/* The same members in another order, and the struct is smaller.
 *
 *     cglass c-examples/segments/padding.c
 *
 * An int is read fastest at an address divisible by 4, a double at one
 * divisible by 8. So the compiler leaves gaps between members ("padding"), and
 * at the end, so that in an array the next one lies right again. Sort the
 * members by size and most gaps go away. The order of members never changes
 * by itself: C promises the order in which you wrote them.
 */
#include <stddef.h>
#include <stdio.h>

struct loose {
    char initial;   /* 1 byte, then 7 of padding */
    double height;
    char grade;     /* 1 byte, then 3 of padding */
    int year;
    char room;      /* 1 byte, then 7 of padding */
};

struct tight {
    double height;
    int year;
    char initial;
    char grade;
    char room;      /* then 1 byte of padding */
};

int main(void) {
    size_t members = 3 * sizeof(char) + sizeof(int) + sizeof(double);

    printf("members: %zu bytes\n", members);
    printf("loose:   %zu bytes (initial %zu, height %zu, grade %zu, year %zu, room %zu)\n", sizeof(struct loose),
           offsetof(struct loose, initial), offsetof(struct loose, height), offsetof(struct loose, grade),
           offsetof(struct loose, year), offsetof(struct loose, room));
    printf("tight:   %zu bytes (height %zu, year %zu, initial %zu, grade %zu, room %zu)\n", sizeof(struct tight),
           offsetof(struct tight, height), offsetof(struct tight, year), offsetof(struct tight, initial),
           offsetof(struct tight, grade), offsetof(struct tight, room));
    return 0;
}
