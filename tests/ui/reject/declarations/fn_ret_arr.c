int f(void)[3]; //~ function-result
int main(void) {
    return 0;
}
