// 6.10.8p4: predefined macros are neither defined nor undefined
//@ options: -W all=error
#define __FILE__ "other" //~ macro-redefined
#undef __LINE__ //~ macro-redefined
int main(void) {
    return 0;
}
