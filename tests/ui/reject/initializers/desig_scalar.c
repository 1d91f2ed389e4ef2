int a = {.x = 1}; //~ invalid-designator
int main(void) {
    return 0;
}
