struct s { int a; } x = {[0] = 1}; //~ invalid-designator
int main(void) {
    return 0;
}
