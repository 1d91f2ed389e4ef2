struct s { int x; } s;
int main(void) {
    return s ? 1 : 2; //~ not-a-scalar
}
