int main(void) {
    let x = 1; //~ unknown-word
    var y = 2;
    auto z = 3;
    return x + y + z;
}
