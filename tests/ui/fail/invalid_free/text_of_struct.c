#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct book { char *title; int pages; };
struct book *make(char *title, int pages)
{
    struct book *b = malloc(sizeof *b);
    b->title = title;
    b->pages = pages;
    return b;
}
int main(void)
{
    struct book *shelf[3];
    char line[40];
    for (int i = 0; i < 3; i++) {
        sprintf(line, "Book %d", i);
        shelf[i] = make(line, i * 10);
    }
    for (int i = 0; i < 3; i++) {
        printf("%s\n", shelf[i]->title);
        free(shelf[i]->title); //~ invalid-free
        free(shelf[i]);
    }
    return 0;
}
