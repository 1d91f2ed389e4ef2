int *p;
int a[&p]; //~ array-length
int main(void) {
    return 0;
}
