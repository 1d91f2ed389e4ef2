struct s { int x; } s;
int main(void) {
    return !s; //~ not-a-scalar
}
