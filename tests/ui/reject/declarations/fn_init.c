int f(void) = 3; //~ function-initializer
int main(void) {
    return 0;
}
