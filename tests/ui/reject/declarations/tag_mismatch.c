struct s;
union s { int a; }; //~ wrong-tag
int main(void) {
    return 0;
}
