int a = {1,2}; //~ excess-initializers
int main(void) {
    return 0;
}
