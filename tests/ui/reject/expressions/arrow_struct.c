struct s { int x; } s;
int main(void) {
    return s->x; //~ member-of-non-struct
}
