struct s { int x; } s;
int main(void) {
    return (int)s; //~ invalid-cast
}
