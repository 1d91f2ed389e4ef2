struct s { int x; } s;
int main(void) {
    (struct s)3; //~ invalid-cast
    return 0;
}
