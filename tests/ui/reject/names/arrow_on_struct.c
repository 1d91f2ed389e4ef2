struct point { int x, y; };
int main(void) {
    struct point p = {1, 2};
    return p->x; //~ member-of-non-struct
}
