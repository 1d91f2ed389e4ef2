int main(void) {
    int a;
    return a->x; //~ member-of-non-struct
}
