double d = 1e999; //~ float-overflow
int main(void) {
    return 0;
}
