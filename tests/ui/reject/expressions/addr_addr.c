int main(void) {
    int a;
    int **p = &&a; //~ undefined-label
    return 0;
}
