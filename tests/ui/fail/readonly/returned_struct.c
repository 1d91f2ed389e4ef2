// A struct that a call returned may be read, not changed (6.2.4p8).
struct row { int cells[3]; };

static struct row make(int first) {
    struct row row = {{first, first + 1, first + 2}};
    return row;
}

static void clear(int *cell) { *cell = 0; } //~ readonly-write

int main(void) {
    int second = make(1).cells[1];
    clear(make(second).cells);
    return 0;
}
