// A member of a struct that a call returned is assigned (6.2.4p8).
struct row { int cells[3]; };

static struct row make(void) {
    struct row row = {{1, 2, 3}};
    return row;
}

int main(void) {
    make().cells[0] = 4; //~ readonly-write
    return 0;
}
