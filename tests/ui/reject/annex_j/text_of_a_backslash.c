// 6.10.3.2p2: what '#' makes is a string literal
//@ options: -W all=error
#define TEXT(x) #x
int main(void) {
    return sizeof TEXT(\) != 1; //~ bad-stringify
}
