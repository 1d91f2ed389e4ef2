#include <stdio.h>

enum kind { CIRCLE, BOX };
struct shape { enum kind kind; union { struct { double r; } circle; struct { double w, h; } box; } as; };

static double area(struct shape s) {
    switch (s.kind) {
        case CIRCLE: return 3 * s.as.circle.r * s.as.circle.r;
        case BOX: return s.as.box.w * s.as.box.h;
    }
    return 0;
}

int main(void) {
    struct shape list[] = {{CIRCLE, {{2}}}, {BOX, {.box = {3, 4}}}};
    for (int i = 0; i < 2; i++) printf("%g\n", area(list[i]));
    return 0;
}
