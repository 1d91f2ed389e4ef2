int f(a) static int a; //~ storage-class
{
    return a;
}
int main(void) {
    return 0;
}
