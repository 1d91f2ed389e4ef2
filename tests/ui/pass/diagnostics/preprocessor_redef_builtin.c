#define __FILE__ "x" //~ macro-redefined
int main(void) {
    return 0;
}
