struct point { int x; int y; };
int main(void) {
    struct point p = { x = 1, y = 2 }; //~ invalid-designator //~ invalid-designator
    return p.x;
}
