struct point { int x; int y; };
int main(void) {
    point p = {1, 2}; //~ unknown-type-name
    return p.x;
}
