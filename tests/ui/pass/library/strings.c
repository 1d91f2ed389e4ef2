#include <stdio.h>
#include <string.h>

static int sign(int n) { return (n > 0) - (n < 0); }

int main(void) {
    char a[32] = "hello", b[32];
    strcpy(b, a);
    strcat(b, ", world");
    strncat(b, "!!!!", 1);
    printf("%s %zu %d %d\n", b, strlen(b), sign(strcmp(a, b)), strncmp(a, b, 5));
    printf("%s %s %s %d\n", strchr(b, 'w'), strrchr(b, 'o'), strstr(b, "lo"), strstr(b, "xyz") == NULL);
    printf("%zu %zu %s\n", strspn("112358", "123"), strcspn("a,b", ","), strpbrk("key=value", "=:"));
    strncpy(a, "ab", 5);
    printf("%d %d\n", a[2], a[4]);
    char list[] = "one, two,,three";
    for (char *t = strtok(list, ", "); t; t = strtok(NULL, ", ")) printf("<%s>", t);
    printf("\n%d %s\n", memcmp("abc", "abd", 2), (char *)memchr("abcdef", 'd', 6));
    return 0;
}
