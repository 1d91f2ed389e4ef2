#define _GNU_SOURCE
#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
//@ stdin: 5 six\nline two\nrest of it\n77 88 99\n

static void out(const char *format, ...)
{
    va_list list;
    char text[64], *block;
    va_start(list, format);
    vprintf(format, list);
    va_end(list);
    va_start(list, format);
    vfprintf(stdout, format, list);
    va_end(list);
    va_start(list, format);
    vsprintf(text, format, list);
    va_end(list);
    fputs(text, stdout);
    va_start(list, format);
    vsnprintf(text, 5, format, list);
    va_end(list);
    puts(text);
    va_start(list, format);
    vasprintf(&block, format, list);
    va_end(list);
    fputs(block, stdout);
    free(block);
    fflush(stdout);
    va_start(list, format);
    vdprintf(1, format, list);
    va_end(list);
}

static int in(int how, FILE *file, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    int n = how == 0 ? vscanf(format, list) : how == 1 ? vfscanf(file, format, list) : vsscanf("123", format, list);
    va_end(list);
    return n;
}

int main(void)
{
    int n = 0;
    char text[64], *line = NULL;
    size_t size = 0;
    printf("%d", scanf("%d %5s", &n, text));
    printf(" %d %s\n", n, text);
    printf("%d\n", getchar());
    printf("%zd", getline(&line, &size, stdin));
    printf(" %s", line);
    printf("%zd", getdelim(&line, &size, ' ', stdin));
    printf(" [%s]\n", line);
    printf("%s", fgets(text, sizeof text, stdin));
    printf("%d", in(0, NULL, "%d", &n));
    printf(" %d\n", n);
    printf("%d", in(1, stdin, "%d", &n));
    printf(" %d\n", n);
    printf("%d", in(2, NULL, "%d", &n));
    printf(" %d\n", n);
    printf("%d", fscanf(stdin, "%d", &n));
    printf(" %d\n", n);
    free(line);
    out("%d-%s;", 12, "ab");
    asprintf(&line, "%x", 255);
    printf("\n%s %d\n", line, snprintf(text, 3, "%d", 12345));
    free(line);
    sprintf(text, "%c%c", 'o', 'k');
    fprintf(stdout, "%s %d\n", text, sscanf("8 9", "%d", &n));

    FILE *file = tmpfile();
    setvbuf(file, NULL, _IONBF, 0);
    setbuf(file, NULL);
    setbuffer(file, NULL, 0);
    setlinebuf(file);
    fputc('a', file);
    putc('b', file);
    fwrite("cdef\n", 1, 5, file);
    fpos_t place;
    fgetpos(file, &place);
    fputs("more", file);
    fsetpos(file, &place);
    printf("%ld %jd\n", ftell(file), (intmax_t)ftello(file));
    rewind(file);
    printf("%c%c", fgetc(file), getc(file));
    ungetc('B', file);
    printf("%c\n", fgetc(file));
    fseeko(file, 1, SEEK_SET);
    printf("%zu %d %d\n", fread(text, 1, 50, file), feof(file) != 0, ferror(file));
    clearerr(file);
    fseek(file, -2, SEEK_END);
    printf("%c %d\n", getc_unlocked(file), feof(file));
    fclose(file);
    printf("%d %d\n", fileno(stdin), fopen("no/such/file", "r") == NULL);
    printf("%d %d\n", remove("no such file"), rename("no such file", "other"));
    errno = ENOENT;
    perror("told");
    printf("%d\n", tmpnam(text) == text);
    putchar_unlocked(getchar_unlocked() == '\n' ? 'n' : 'x');
    putc_unlocked('\n', stdout);
    return 0;
}
