#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int cut(const char *text, char *parts[]) {
    int count = 0;
    while (*text != '\0') {
        size_t length = strcspn(text, ",");
        parts[count] = malloc(length + 1);
        memcpy(parts[count], text, length);
        count++;
        text += length;
        text += *text == ',';
    }
    return count;
}

int main(void) {
    char *parts[4];
    int n = cut("red,blue", parts);
    for (int i = 0; i < n; i++) {
        puts(parts[i]); //~ uninitialized-read
        free(parts[i]);
    }
    return 0;
}
