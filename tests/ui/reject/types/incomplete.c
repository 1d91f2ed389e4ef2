struct never;
int main(void) {
    struct never n; //~ incomplete-type
    return 0;
}
