//@ with: types_across_files.part.c
// A file that declares the library's functions by itself, beside one that
// includes the headers: each compiles alone, and no linker compares types.
int printf(char *format, ...); //~ library-type
void *memcpy(void *to, void *from, unsigned long n); //~ library-type
int twice(int n);

int main(void)
{
    char to[3];
    memcpy(to, "ab", 3);
    printf("%d %s\n", twice(4), to);
    return 0;
}
