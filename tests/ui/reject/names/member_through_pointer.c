struct point { int x, y; };
int main(void) {
    struct point p = {1, 2}, *q = &p;
    return q.x; //~ member-of-non-struct
}
