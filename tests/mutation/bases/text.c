/* Words are copied, joined and turned round. Clean as it stands; the comments
   name errors that are planted here. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct label {
    char name[8];
    int number;
};

static char *copy_of(const char *text)
{
    size_t length = strlen(text);
    char *copy = malloc(length + 1); //% shrink an allocation: length + 1 => length, out-of-bounds @copied
    if (copy == NULL)
        return NULL;
    memcpy(copy, text, length + 1); //= copied
    return copy;
}

static char *turned(const char *text)
{
    size_t length = strlen(text);
    char *back = malloc(length + 1); //% shrink an allocation: (length + 1) => (length / 2), out-of-bounds @turning
    if (back == NULL)
        return NULL;
    for (size_t i = 0; i < length; i++) {
        back[i] = text[length - 1 - i]; //= turning
    }
    back[length] = '\0'; //% drop a '\0': back[length] = '\0'; => ;, uninitialized-read @printed
    return back;
}

static const char *name_of(int number)
{
    static char name[16]; //% return a local: static char => char, use-after-return @named
    snprintf(name, sizeof name, "item %d", number);
    const char *result = name;
    return result;
}

int main(void)
{
    char *copy = copy_of("alphabet");
    char *back = turned("drawer");
    if (copy == NULL || back == NULL)
        return 1;
    printf("%s\n", copy);
    printf("%s\n", back); //= printed

    const char *name = name_of(3);
    printf("%s\n", name); //= named

    struct label label = {"", 7};
    strcpy(label.name, "seventh"); //% shrink an allocation: "seventh" => "seventeenth", out-of-bounds
    printf("%s %d\n", label.name, label.number);

    char line[32];
    strcpy(line, copy);
    strcat(line, " and "); //% copy onto itself: " and " => line + 2, overlapping-copy
    strncat(line, back, 6);
    printf("%zu %s\n", strlen(line), line);

    char letters[4] = {'a', 'b', 'c', '\0'}; //% drop a '\0': '\0' => 'd', out-of-bounds @letters
    printf("%s\n", letters); //= letters

    memmove(line + 1, line, 8); //% copy onto itself: memmove => memcpy, overlapping-copy
    line[9] = '\0';
    puts(line);
    free(copy);
    free(back);
    return 0;
}
