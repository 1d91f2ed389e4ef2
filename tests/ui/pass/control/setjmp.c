/* setjmp and longjmp through calls, in loops, and back into the same function. */
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

static jmp_buf home;

static void thrower(int depth, int code) {
    char pad[32];
    snprintf(pad, sizeof pad, "depth %d", depth);
    if (depth == 0) {
        longjmp(home, code);
    }
    thrower(depth - 1, code);
    printf("never: %s\n", pad);
}

static int guarded(int code) {
    int caught;
    if ((caught = setjmp(home)) == 0) {
        thrower(5, code);
        return -1;
    }
    return caught;
}

static const char *in_switch(int code) {
    switch (setjmp(home)) {
    case 0:
        thrower(2, code);
        return "never";
    case 1:
        return "one";
    case 2:
        return "two";
    default:
        return "many";
    }
}

static int retry(void) {
    volatile int tries = 0;
    while (setjmp(home) != 3) {
        tries++;
        thrower(1, tries);
    }
    return tries;
}

static int compare(const void *a, const void *b) {
    if (*(const int *)a == 7 || *(const int *)b == 7) {
        longjmp(home, 7);
    }
    return *(const int *)a - *(const int *)b;
}

struct handler {
    jmp_buf place;
    struct handler *outer;
};

static struct handler *handlers;

#define TRY                                                                   \
    do {                                                                      \
        struct handler now;                                                   \
        now.outer = handlers;                                                 \
        handlers = &now;                                                      \
        int code_ = setjmp(now.place);                                        \
        if (code_ == 0)
#define CATCH(name) else for (int name = code_; name; name = 0)
#define END                                                                   \
        handlers = now.outer;                                                 \
    } while (0)

static void raise_error(int code) {
    struct handler *to = handlers;
    handlers = to->outer;
    longjmp(to->place, code);
}

static void nested(int n) {
    TRY {
        TRY {
            if (n == 1) {
                raise_error(11);
            }
            printf("inner done\n");
        } CATCH(e) {
            printf("inner caught %d\n", e);
            handlers = now.outer;
            raise_error(22);
        } END;
        if (n == 2) {
            raise_error(33);
        }
        printf("outer done\n");
    } CATCH(e) {
        printf("outer caught %d\n", e);
        handlers = now.outer;
    } END;
}

static int kept(void) {
    jmp_buf here;
    volatile int turns = 0;
    int constant = 42;
    char *text = malloc(16);
    snprintf(text, 16, "kept");
    if (!setjmp(here)) {
        turns = 1;
    }
    if (turns < 4) {
        turns++;
        longjmp(here, 1);
    }
    printf("%s %d\n", text, constant);
    free(text);
    return turns;
}

static int from_block(void) {
    jmp_buf here;
    volatile int n = 0;
    {
        int value = setjmp(here);
        printf("value %d\n", value);
    }
    if (n++ < 2) {
        longjmp(here, n * 10);
    }
    return n;
}

int main(void) {
    printf("%d %d\n", guarded(4), guarded(0));
    printf("%s %s %s\n", in_switch(1), in_switch(2), in_switch(3));
    printf("%d\n", retry());
    int numbers[] = {5, 3, 7, 1};
    if (setjmp(home) == 0) {
        qsort(numbers, 4, sizeof numbers[0], compare);
        printf("never\n");
    } else {
        printf("left qsort\n");
    }
    for (int n = 0; n < 3; n++) {
        nested(n);
    }
    printf("%d\n", kept());
    printf("%d\n", from_block());
    volatile long total = 0;
    for (volatile int i = 0; i < 2000; i++) {
        int got = setjmp(home);
        if (got == 0) {
            thrower(i % 7, i + 1);
        }
        total += got;
    }
    printf("%ld\n", total);
    return 0;
}
