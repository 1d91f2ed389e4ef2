#include <stdio.h>
#define SIZE 10
int table[SIZE];
int hash(const char *s)
{
    int h = 0;
    while (*s)
        h = h * 31 + *s++ - 'a' - 20;
    return h % SIZE;
}
int main(void)
{
    const char *words[] = {"cat", "dog", "bird", "an"};
    for (int i = 0; i < 4; i++)
        table[hash(words[i])]++; //~ out-of-bounds
    for (int i = 0; i < SIZE; i++)
        printf("%d ", table[i]);
    printf("\n");
    return 0;
}
