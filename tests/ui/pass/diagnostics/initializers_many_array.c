int a[2] = {1,2,3}; //~ excess-initializers
int main(void) {
    return 0;
}
