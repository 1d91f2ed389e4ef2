#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static int sign(int n)
{
    return (n > 0) - (n < 0);
}

int main(void)
{
    char a[40], b[40];
    printf("%td %td\n", (char *)mempcpy(a, "0123456789", 11) - a, (char *)memccpy(b, "key=value", '=', 9) - b);
    memmove(a + 2, a, 5);
    printf("%s\n", a);
    bcopy(a, a + 1, 4);
    printf("%s\n", a);
    memset(a, '*', 3);
    explicit_bzero(a + 5, 2);
    bzero(a + 8, 1);
    printf("%s %d\n", a, a[8]);
    printf("%td %td\n", stpcpy(a, "stop") - a, stpncpy(b, "by", 5) - b);
    strncpy(b, "abcdef", 3);
    strcat(strcpy(a, "one"), " two");
    strncat(a, " three", 3);
    printf("%s\n", a);
    char *copy = strdup(a), *part = strndup(a, 3);
    printf("%s %s %zu\n", copy, part, strxfrm(b, part, sizeof b));
    free(copy);
    free(part);
    printf("%d %d %d\n", sign(memcmp("ab", "ac", 2)), bcmp("ab", "ab", 2), sign(strcmp("b", "a")));
    printf("%d %d %d %d\n", sign(strcoll("a", "b")), strncmp("abc", "abd", 2), strcasecmp("ABC", "abc"), sign(strncasecmp("ABx", "aby", 3)));
    const char *s = "the quick brown fox";
    printf("%td %td %td\n", (char *)memchr(s, 'q', 19) - s, (char *)memrchr(s, 'o', 19) - s, (char *)rawmemchr(s, 'k') - s);
    printf("%td %td %td\n", (char *)memmem(s, 19, "own", 3) - s, strchr(s, 'b') - s, strchrnul(s, '!') - s);
    printf("%td %td %td\n", strrchr(s, 'o') - s, index(s, 'u') - s, rindex(s, 'e') - s);
    printf("%zu %zu %td\n", strspn(s, "eht"), strcspn(s, "xq"), strpbrk(s, "zb") - s);
    printf("%td %td %zu %zu\n", strstr(s, "brown") - s, strcasestr(s, "FOX") - s, strlen(s), strnlen(s, 4));
    char words[] = "a,b;;c", *state;
    for (char *word = strtok(words, ",;"); word; word = strtok(NULL, ",;")) {
        printf("[%s]", word);
    }
    char more[] = "x y  z";
    for (char *word = strtok_r(more, " ", &state); word; word = strtok_r(NULL, " ", &state)) {
        printf("(%s)", word);
    }
    char fields[] = "1::2", *rest = fields;
    for (char *field = strsep(&rest, ":"); field; field = strsep(&rest, ":")) {
        printf("{%s}", field);
    }
    printf("\n%s|%s|%s\n", strerror(ENOENT), strerror_r(EACCES, b, sizeof b), strsignal(11));
    printf("%d %d %d\n", ffs(8), ffsl(0), ffsll(1L << 40));
    const char *versions[] = {"a1", "a10", "a2", "a01", "a001", "a", "b1", "a1b", "a1.2", "a1.10", "a0", "a00"};
    for (int i = 0; i < 12; ++i) {
        for (int j = 0; j < 12; ++j) {
            printf("%2d", sign(strverscmp(versions[i], versions[j])));
        }
        printf("\n");
    }
    strcpy(a, "frob");
    memfrob(a, 4);
    printf("%s\n", (char *)memfrob(a, 4));
    printf("%d %s\n", __xpg_strerror_r(ENOENT, b, sizeof b), b);
    return 0;
}
