#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char text[] = "10 20 thirty\nlast line\n";
    FILE *in = fmemopen(text, strlen(text), "r");
    int a, b;
    char word[16];
    printf("%d", fscanf(in, "%d %d %15s", &a, &b, word));
    printf(" %d %d %s %ld\n", a, b, word, ftell(in));
    fgetc(in);
    printf("%s", fgets(word, sizeof word, in));
    printf("%d %d\n", fgetc(in), feof(in) != 0);
    rewind(in);
    fseek(in, 3, SEEK_SET);
    printf("%c\n", fgetc(in));
    fclose(in);

    char small[8] = "abc";
    FILE *out = fmemopen(small, sizeof small, "w");
    printf("[%s]\n", small);
    fprintf(out, "%d-%d", 1, 22);
    fflush(out);
    printf("[%s] %ld\n", small, ftell(out));
    fclose(out);
    FILE *more = fmemopen(small, sizeof small, "a");
    fputs("!", more);
    fclose(more);
    printf("[%s]\n", small);

    char *grown = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&grown, &size);
    for (int i = 0; i < 30; ++i) {
        fprintf(stream, "%d,", i);
    }
    fflush(stream);
    printf("%zu %zu\n", size, strlen(grown));
    fputs("end", stream);
    fclose(stream);
    printf("%s %zu\n", grown, size);
    free(grown);
    return 0;
}
