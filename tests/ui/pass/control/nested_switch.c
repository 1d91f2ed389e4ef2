/* Labels of a switch inside other statements, ranges, Duff's device. */
#include <stdio.h>

static void copy(char *to, const char *from, int count) {
    int turns = (count + 7) / 8;
    switch (count % 8) {
    case 0:
        do {
            *to++ = *from++;
        case 7:
            *to++ = *from++;
        case 6:
            *to++ = *from++;
        case 5:
            *to++ = *from++;
        case 4:
            *to++ = *from++;
        case 3:
            *to++ = *from++;
        case 2:
            *to++ = *from++;
        case 1:
            *to++ = *from++;
        } while (--turns > 0);
    }
}

static int classify(unsigned char c) {
    switch (c) {
    case '0' ... '9':
        return 1;
    case 'a' ... 'z':
    case 'A' ... 'Z':
        if (c == 'q') {
        case '_':
            return 3;
        }
        return 2;
    default:
        return 0;
    }
}

static int in_blocks(int n) {
    int r = 0;
    switch (n) {
        {
            int x;
        case 1:
            x = 10;
            r += x;
            break;
        }
        for (; n < 8; n++) {
        case 2:
            r += n;
            if (n == 5) {
                continue;
            }
            if (n == 7) {
                break;
            }
        case 3:
            r += 1000;
        }
        r += 5;
        break;
    default:
        while (n > 20) {
            n--;
            if (n == 25) {
                goto out;
            }
        }
    }
    return r;
out:
    return -r - 1;
}

static const char *large(unsigned long long n) {
    switch (n) {
    case 0xffffffffffffffffULL:
        return "all";
        {
        case 0x8000000000000000ULL:
            return "high";
        }
    case 1:
        return "one";
    }
    return "other";
}

static int no_braces(int n) {
    int r = 0;
    switch (n)
    case 4:
        while (r < 3)
    case 5:
            r++;
    return r;
}

/* A machine whose state is kept by the switch itself. */
static int next_value(int *state, int *i) {
    switch (*state) {
    case 0:
        for (*i = 0; *i < 3; ++*i) {
            *state = 1;
            return *i * *i;
        case 1:;
        }
    }
    *state = 2;
    return -1;
}

int main(void) {
    char from[] = "the quick brown fox jumps", to[sizeof from] = "";
    for (int n = 1; n < (int)sizeof from; n += 5) {
        copy(to, from, n);
        to[n] = '\0';
        printf("%s\n", to);
    }
    printf("%d%d%d%d%d\n", classify('5'), classify('b'), classify('q'), classify('_'), classify('-'));
    for (int n = 1; n < 5; n++) {
        printf("%d ", in_blocks(n));
    }
    printf("%d\n", in_blocks(30));
    printf("%s %s %s %s\n", large(1), large(2), large(1ULL << 63), large(~0ULL));
    printf("%d %d %d\n", no_braces(4), no_braces(5), no_braces(6));
    int state = 0, i, value;
    while ((value = next_value(&state, &i)) >= 0) {
        printf("%d\n", value);
    }
    return 0;
}
