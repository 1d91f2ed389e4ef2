struct s { static int a; }; //~ storage-class
int main(void) {
    return 0;
}
