const int a = 1;
int main(void) {
    a = 4; //~ const-assignment
    return 0;
}
