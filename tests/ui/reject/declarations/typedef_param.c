void f(typedef int x); //~ storage-class
int main(void) {
    return 0;
}
