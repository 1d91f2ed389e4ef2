#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *copy_upper(const char *s) {
    int n = strlen(s);
    char *r = malloc(n + 1); //~ leak: definite 10
    for (int i = 0; i < n; i++) {
        r[i] = (s[i] >= 'a' && s[i] <= 'z') ? s[i] - 32 : s[i];
    }
    r[n] = '\0';
    return r;
}

int main(void) {
    char *words[3] = {"red", "green", "blue"};
    char *up;
    for (int i = 0; i < 3; i++) {
        up = copy_upper(words[i]);
        printf("%s\n", up);
    }
    free(up);
    return 0;
}
