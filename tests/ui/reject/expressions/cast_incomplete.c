struct s;
int main(void) {
    int a = 1;
    (struct s)a; //~ invalid-cast
    return 0;
}
