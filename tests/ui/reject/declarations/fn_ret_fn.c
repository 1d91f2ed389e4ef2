int f(void)(void); //~ function-result
int main(void) {
    return 0;
}
