#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct person { const char *name; int age; };

static int by_age(const void *a, const void *b) {
    return ((const struct person *)a)->age - ((const struct person *)b)->age;
}
static int by_text(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }
static int by_int(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }

int main(void) {
    struct person p[] = {{"Ann", 30}, {"Bob", 25}, {"Cid", 30}, {"Dan", 20}};
    qsort(p, 4, sizeof *p, by_age);
    for (int i = 0; i < 4; i++) printf("%s %d ", p[i].name, p[i].age);
    const char *words[] = {"pear", "apple", "fig"};
    qsort(words, 3, sizeof *words, by_text);
    printf("%s %s %s\n", words[0], words[1], words[2]);
    int n[] = {5, 3, 9, 1}, key = 9;
    qsort(n, 4, sizeof(int), by_int);
    int *found = bsearch(&key, n, 4, sizeof(int), by_int);
    printf("%d %d %d\n", n[0], found != NULL, (int)(found - n));
    return 0;
}
