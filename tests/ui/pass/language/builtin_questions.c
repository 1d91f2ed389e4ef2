// gcc's built-in functions that ask about an expression, or about where a call stands.
#include <stdio.h>
#include <string.h>

struct pair { int a, b; };
union either { int a; float b; };

static _Alignas(16) int numbers[4] = {7, 8, 9, 10};

static int first(const int *p)
{
    const int *aligned = __builtin_assume_aligned(p, 16);
    return *aligned;
}

static void where(const char *file, const char *function, int line)
{
    printf("%d %s %d\n", strchr(file, '.') != NULL, function, line);
}

int main(void)
{
    struct pair pair = {1, 2};
    union either either = {3};
    int one = 1, *pointer = &one;
    printf("%d %d\n", first(numbers), *(int *)__builtin_assume_aligned(numbers + 1, 16, 4));
    printf("%zu %zu %zu\n", __builtin_object_size(numbers, 0), __builtin_object_size(&pair, 1), __builtin_object_size("four", 0));
    printf("%d %zu\n", __builtin_object_size(pointer, 0) == (size_t)-1, __builtin_object_size(pointer, 2));
    printf("%d %d %d\n", __builtin_classify_type('a'), __builtin_classify_type(1.0f), __builtin_classify_type(numbers));
    printf("%d %d %d\n", __builtin_classify_type(pair), __builtin_classify_type(either), __builtin_classify_type(main));
    where(__builtin_FILE(), __builtin_FUNCTION(), __builtin_LINE());
    printf("%d %d\n", __builtin_return_address(0) != NULL, __builtin_frame_address(0) != NULL);
    return pair.a + either.a - 4;
}
