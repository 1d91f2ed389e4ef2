#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static void set(char *row, const char *text) { strcpy(row, text); }
static void clear(char *all, int n) {
    while (n-- > 0) *all++ = '\0';
}
struct book { int n; char names[3][6]; };
int main(void) {
    char names[3][6];
    clear(&names[0][0], sizeof names);
    for (int i = 0; i < 3; i++) set(names[i], "hello");
    char (*row)[6] = names;
    row++;
    set(*row, "there");
    char *flat = (char *)names;
    int letters = 0;
    for (size_t i = 0; i < sizeof names; i++) letters += flat[i] != '\0';
    struct book b = {3, {"one", "two", "three"}};
    for (char *p = b.names[2]; *p; p++) letters += *p == 'e';
    char (*heap)[8] = malloc(2 * sizeof *heap);
    set(heap[0], "seven77");
    set(heap[1], heap[0] + 5);
    printf("%d %s %s %s\n", letters, names[1], heap[1], strchr(names[0], 'l'));
    free(heap[0] == *heap ? (void *)heap : NULL);
    return 0;
}
